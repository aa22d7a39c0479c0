// Finds the browsers that the tests drive, and how to start them so that they have a camera and a quiet network.
import { chromium } from 'playwright';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { npm, run } from './processes.mjs';

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge'];

const programFiles = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const usualPlaces = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: programFiles.flatMap((dir) =>
    dir
      ? [
          join(dir, 'Google/Chrome/Application/chrome.exe'),
          join(dir, 'Chromium/Application/chrome.exe'),
          join(dir, 'Microsoft/Edge/Application/msedge.exe'),
        ]
      : [],
  ),
};

/**
 * Finds a Chromium, or installs one by what the system offers.
 * @param {(text: string) => void} [say] told what is going on
 * @returns {Promise<string>} its path
 */
export async function findChromium(say = console.error) {
  const found = presentChromium();
  if (found) return found;

  say('No Chromium was found. Installing one …');
  const tried = [];
  for (const install of [installByApt, installByPlaywright]) {
    const problem = await install(say);
    const installed = presentChromium();
    if (installed) return installed;
    tried.push(`  - ${problem}`);
  }
  throw new Error(
    `No Chromium was found, and none could be installed:\n${tried.join('\n')}\n` +
      'Install Chromium or Google Chrome, or set CHROME_PATH to the program of one.',
  );
}

function presentChromium() {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) {
    if (!isProgram(CHROME_PATH)) throw new Error(`CHROME_PATH is ${CHROME_PATH}, which is no program.`);
    return CHROME_PATH;
  }
  const places = usualPlaces[process.platform] ?? [];
  return onPath(chromiumNames) ?? [...places, chromium.executablePath()].find(isProgram);
}

/** Firefox is tested where it is found; it is never installed. */
export function findFirefox() {
  const { FIREFOX_PATH } = process.env;
  if (FIREFOX_PATH && !isProgram(FIREFOX_PATH)) throw new Error(`FIREFOX_PATH is ${FIREFOX_PATH}, which is no program.`);
  return FIREFOX_PATH || onPath(['firefox', 'firefox-esr']);
}

/** @param {(text: string) => void} say */
async function installByApt(say) {
  if (!onPath(['apt-get'])) return 'this system has no apt-get';
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (sudo.length > 0) {
    const allowed = await run('sudo', ['-n', 'true']).catch(() => ({ code: 1 }));
    if (allowed.code !== 0) return 'apt-get needs root, or sudo without a password';
  }
  const apt = [...sudo, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get'];
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const [command = '', ...rest] = [...apt, ...args];
    say(`  apt-get ${args.join(' ')}`);
    const { code, output } = await run(command, rest);
    if (code !== 0) return `apt-get ${args.join(' ')} failed: ${output.trim().split('\n').at(-1)}`;
  }
  return 'apt-get installed chromium, but there is still none on PATH';
}

/** @param {(text: string) => void} say */
async function installByPlaywright(say) {
  say('  playwright install chromium');
  const { code } = await npm(['exec', '--', 'playwright', 'install', 'chromium']);
  return `playwright install chromium ${code === 0 ? 'ran, but its Chromium is not there' : 'failed: see its output'}`;
}

/** @param {string[]} names */
function onPath(names) {
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return names
    .flatMap((name) => dirs.flatMap((dir) => endings.map((ending) => join(dir, name + ending))))
    .find(isProgram);
}

/** @param {string} path */
function isProgram(path) {
  if (!existsSync(path)) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const chromiumFlags = [
  // A camera that shows a moving picture and a microphone that beeps, allowed without asking.
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  // The browser's own traffic, so that every request we see is the page's.
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-domain-reliability',
  '--disable-client-side-phishing-detection',
  '--disable-features=OptimizationHints,OptimizationGuideModelDownloading,MediaRouter,Translate',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--metrics-recording-only',
  // Chromium's sandbox does not start as root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** The same for Firefox. */
export const firefoxPreferences = {
  'media.navigator.streams.fake': true,
  'media.navigator.permission.disabled': true,
  // Our livekit-server is on loopback, which Firefox does not pair with unless told to; and in a page without
  // permission for a real camera it hides its addresses.
  'media.peerconnection.ice.loopback': true,
  'media.peerconnection.ice.obfuscate_host_addresses': false,
  'media.autoplay.default': 0,
  'media.autoplay.blocking_policy': 0,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'app.normandy.enabled': false,
  'browser.safebrowsing.malware.enabled': false,
  'browser.safebrowsing.phishing.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
};
