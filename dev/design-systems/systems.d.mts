/** A package of a design system's. */
export interface DesignSystem {
  /** Whose variables this bridge maps: `packages/visio-element/bridges/<bridge>.css`. */
  readonly bridge: 'compound' | 'cunningham' | 'dsfr';
  readonly name: string;
  readonly version: string;
  /** Of the archive, in base64. */
  readonly sha512: string;
  /** The style sheet that a page loads, in the package. */
  readonly sheet: string;
  /** Of what it imports. */
  readonly folder?: string;
}

export declare const SYSTEMS: readonly DesignSystem[];
