// The one place that says which livekit-server this project runs on, beside go.mod.
import { homedir } from 'node:os';
import { join } from 'node:path';

export const version = '1.13.5';

// The digest of the image's manifest list, as several public deployments pin it.
export const dockerImage =
  `livekit/livekit-server:v${version}` +
  '@sha256:3497163e15c48fef6e7830c78716f9e9d5edc28abf7aa90b61c86e93bbc306b1';

// SHA-256 of the official release archives, as the release's own checksums.txt gives them; each was found quoted
// alike in at least two unrelated public repositories. A platform that is not listed here is not downloaded for.
/** @type {Record<string, { archive: string, sha256: string }>} */
export const releases = {
  'linux-x64': {
    archive: `livekit_${version}_linux_amd64.tar.gz`,
    sha256: 'c020fac437b7cc9b776eef1ad5ea8af77be9acfa07602eca20a3a44930dfbc70',
  },
  'linux-arm64': {
    archive: `livekit_${version}_linux_arm64.tar.gz`,
    sha256: '332015305518765fe05bad74fc3a9d9583e635e7dd130de3c4fc563d69c550f3',
  },
  'win32-x64': {
    archive: `livekit_${version}_windows_amd64.zip`,
    sha256: '3ec7eaa76ef64063bf21f78364733703e0969612cb92ffd60661ed45fa4a8906',
  },
};

export const program = process.platform === 'win32' ? 'livekit-server.exe' : 'livekit-server';

/** The project's own cache: a server that was built or downloaded once is used by every clone. */
export const cacheDir = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'visio-sdk',
  `livekit-server-${version}`,
);
