import { pick, shuffle, type Random } from './random.js';

const FIRST =
  'Camille Inès Louis Zoé Karim Manon Hugo Aïcha Théo Élise Moussa Chloé Nathan Fatou Gabriel Léa Yanis Jeanne Rayan Margaux Adama Lucie Étienne Sofia Malo Anaïs Bilal Clémence Ousmane Agathe Noël Salomé Mehdi Rose Kévin Thaïs Ivan Nora Paul Ingrid Diego Yuki Anders Priya Chen Olga Mateusz Giulia'.split(
    ' ',
  );

const LAST =
  'Laurent,Moreau,Le Gall,Benali,Petit,Diallo,Rousseau,Garnier,Traoré,Fontaine,Haddad,Lefèvre,Mercier,Nguyen,Chevalier,Da Silva,Perrin,Bouchard,Kowalski,Marchand,Cissé,Dupuis,Renaud,Amrani,Picard,Vidal,Roche,Brunet,Fernandez,Guérin,Barbier,Leroy,Faure,Meyer,Koné,Blanchard,Gauthier,Okafor,Weber,Rossi,Tanaka,Lindqvist,Sharma,Wei,Novak,Sørensen,de La Tour,El Amrani'.split(
    ',',
  );

/** `count` distinct names. */
export function drawNames(random: Random, count: number): readonly string[] {
  const all = FIRST.flatMap((first) => LAST.map((last) => `${first} ${last}`));
  return shuffle(random, all).slice(0, count);
}

export function drawName(random: Random): string {
  return `${pick(random, FIRST)} ${pick(random, LAST)}`;
}

/** A name as an identity: `Zoé Le Gall` → `zoe-le-gall`. */
export function slug(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu)?.join('-') ?? 'guest';
}
