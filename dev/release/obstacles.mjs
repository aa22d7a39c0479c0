/**
 * Why a release must not be published from here.
 * @param {object} checkout
 * @param {boolean} checkout.isCI
 * @param {string} checkout.changes what git says of files that are not committed
 * @param {readonly string[]} checkout.pending changesets that have no version yet
 * @param {readonly { name: string, version: string, repository?: unknown }[]} checkout.manifests
 * @returns {string[]}
 */
export function obstacles({ isCI, changes, pending, manifests }) {
  return [
    ...(isCI ? [] : ['provenance is attested by CI, and this is none.']),
    ...(changes === '' ? [] : ['there are changes that are not committed.']),
    ...(pending.length === 0 ? [] : [`${pending.length} changesets have no version yet: run \`npm run version\`.`]),
    ...(new Set(manifests.map(({ version }) => version)).size === 1 ? [] : ['the packages are not of one version.']),
    ...manifests.filter(({ repository }) => !repository).map(({ name }) => `${name} does not say in \`repository\` where its sources are, which provenance is checked against.`),
  ];
}
