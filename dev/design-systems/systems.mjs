// The packages that the bridges of visio-element are tested against. They are nobody's dependency: one of them has 136 MB,
// another is under the AGPL, and of each only style sheets are read, by tests. SHA-512 as the registry gives it.

/** @type {import('./systems.d.mts').DesignSystem[]} */
export const SYSTEMS = [
  {
    bridge: 'cunningham',
    name: '@gouvfr-lasuite/cunningham-react',
    version: '4.4.0',
    sha512: 'nWv1nQvGLIfz1cE08D0cQ1zn05+eX7PWOeenv4yAyDSb4I6pgrNMD+7zxnBlyOj9LPyvk66QClhivaPns66Gnw==',
    sheet: 'dist/style.css',
  },
  {
    bridge: 'cunningham',
    name: '@gouvfr-lasuite/cunningham-tokens',
    version: '3.1.0',
    sha512: '7HP7E1vjxv3FbFn21XuEqbjQPHP5xucWU0D8+Oj02nIeKLL+0eArTL2GB+c2rPFBt0tAzaLI6A3WlsimOjHN4A==',
    sheet: 'dist/cunningham-tokens.css',
  },
  {
    bridge: 'cunningham',
    name: '@openfun/cunningham-tokens',
    version: '3.0.0',
    sha512: 'YMLLL7CaQA1+kuSVxf3UgXNjdyeX6Dj2Kdlz/9+lX2ePm51rPxZsEGXWeUVafNLFH+T/zpsajiEzgJ9mBEJd5w==',
    sheet: 'dist/cunningham-tokens.css',
  },
  {
    bridge: 'dsfr',
    name: '@gouvfr/dsfr',
    version: '1.15.3',
    sha512: 'R9AALZc1LfZjtytWZMOaUIOHWTkllBZ/sZlsL8TpKZVgF3qUKXt/uNYh+L1D1Fh4p92ZqWxbtNcebsigBZe5pQ==',
    sheet: 'dist/dsfr.css',
  },
  {
    bridge: 'compound',
    name: '@vector-im/compound-design-tokens',
    version: '11.0.0',
    sha512: 'pWz0Q67Xbo8gwzaTeFbTTcM6i29ju6PR7SqyuExr2nIV3j9K785cOInft8FA2CM7PEapkr6TRtJKR/4xtWh2RA==',
    sheet: 'assets/web/css/compound-design-tokens.css',
    folder: 'assets/web/css',
  },
];
