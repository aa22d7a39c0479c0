// Element tests and engine contract tests, in real browsers: Chromium, and Firefox where there is one.
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { chromiumFlags, findChromium, findFirefox, firefoxPreferences } from './dev/browser.mjs';
import { whenEnded } from './dev/processes.mjs';
import { designSystemsPlugin } from './dev/wtr-design-systems.mjs';
import { jsonReporter } from './dev/wtr-json-reporter.mjs';
import { effectsPlugin } from './dev/wtr-effects.mjs';
import { looksPlugin } from './dev/wtr-looks.mjs';
import { servicesPlugin } from './dev/wtr-services.mjs';
import { workspacePlugin } from './dev/wtr-workspace.mjs';

const firefox = findFirefox();
const { WTR_JSON: json } = process.env;

// Puppeteer ends its browsers on a signal, but lets us live on; and npm's shell passes no signal on to us.
whenEnded(() => {});

export default {
  files: 'packages/*/src/**/*.browser-test.ts',
  nodeResolve: true,
  plugins: [
    workspacePlugin(),
    // esbuild reads no `extends`, so it is given the file that has the options for decorators and class fields.
    esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.base.json' }),
    servicesPlugin(),
    effectsPlugin(),
    designSystemsPlugin(),
    looksPlugin(),
  ],
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: await findChromium(), args: chromiumFlags } }),
    ...(firefox
      ? [
          named(
            'Firefox',
            chromeLauncher({
              launchOptions: { browser: 'firefox', executablePath: firefox, extraPrefsFirefox: firefoxPreferences },
            }),
          ),
        ]
      : []),
  ],
  // One page at a time: pages in the background get no animation frames, and media is heavy.
  concurrentBrowsers: 1,
  concurrency: 1,
  testFramework: { config: { timeout: 30_000 } },
  // The contract on a real server takes minutes, more on a machine that is busy.
  testsFinishTimeout: 900_000,
  filterBrowserLogs: (/** @type {{ args: unknown[] }} */ { args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  reporters: [defaultReporter(), ...(json ? [jsonReporter(json)] : [])],
};

/**
 * The launcher calls every browser of the system Chrome.
 * @param {string} name
 * @param {ReturnType<typeof chromeLauncher>} launcher
 */
function named(name, launcher) {
  return Object.assign(launcher, { name });
}
