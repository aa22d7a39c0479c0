import type { FirstTranslation } from '../index.js';

export const fr: FirstTranslation = {
  'meeting.label': 'Visioconférence',
  'meeting.you': 'Vous',
  'meeting.guest': 'Invité',

  'lobby.title': 'Prêt à rejoindre ?',
  'lobby.name': 'Votre nom',
  'lobby.namePlaceholder': 'Tel que les autres le verront',
  'lobby.join': 'Rejoindre la réunion',
  'lobby.joining': 'Connexion…',
  'lobby.cancel': 'Annuler',
  'lobby.preview': 'Aperçu de votre caméra',
  'lobby.cameraOff': 'Votre caméra est désactivée',
  'lobby.cameraStarting': 'Votre caméra démarre…',
  'lobby.check': 'Tester ma connexion',
  'lobby.watching': 'Vous allez regarder et écouter. Votre caméra et votre micro restent éteints.',

  'device.microphone': 'Micro',
  'device.camera': 'Caméra',
  'device.speaker': 'Haut-parleur',
  'device.label': 'Périphériques',
  'device.default': 'Par défaut',
  'device.none': 'Aucun trouvé',
  'device.level': 'Niveau du micro',
  'device.options.microphone': 'Options du micro et du haut-parleur',
  'device.options.camera': 'Options de la caméra',

  'control.microphone.on': 'Activer le micro',
  'control.microphone.off': 'Couper le micro',
  'control.camera.on': 'Activer la caméra',
  'control.camera.off': 'Couper la caméra',

  'error.ENGINE_LOAD_FAILED': 'Une partie de la réunion n’a pas pu être chargée. Vérifiez votre réseau, puis réessayez.',
  'error.UNKNOWN': 'Une erreur est survenue. Réessayez.',
  'error.tryAgain': 'Réessayer',
};
