// What the runner's own commands lack, for tests of how elements look, in Chromium:
//   'looks:media'    { forcedColors?, colorScheme?, reducedMotion?, contrast? }  what a reader's system asks for, and nothing else
//   'looks:picture'  → the window as it is drawn, as PNG in base64

/** @returns {import('@web/test-runner').TestRunnerPlugin} */
export function looksPlugin() {
  /** @type {WeakMap<import('puppeteer-core').Page, import('puppeteer-core').CDPSession>} */
  const sessions = new WeakMap();
  return {
    name: 'visio-looks',
    async executeCommand({ command, payload, session }) {
      if (!command.startsWith('looks:')) return undefined;
      if (session.browser.name === 'Firefox') throw new Error(`${command} is Chromium's`);
      const page = /** @type {{ getPage(id: string): import('puppeteer-core').Page }} */ (/** @type {unknown} */ (session.browser)).getPage(session.id);
      if (command === 'looks:picture') return page.screenshot({ encoding: 'base64' });
      const devtools = sessions.get(page) ?? (await page.createCDPSession());
      sessions.set(page, devtools);
      const { forcedColors = '', colorScheme = '', reducedMotion = '', contrast = '' } = /** @type {Record<string, string>} */ (payload);
      await devtools.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: forcedColors },
          { name: 'prefers-color-scheme', value: colorScheme },
          { name: 'prefers-reduced-motion', value: reducedMotion },
          { name: 'prefers-contrast', value: contrast },
        ],
      });
      return true;
    },
  };
}
