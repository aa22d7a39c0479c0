/** What is fetched when the list of shortcuts, or the page of the settings, is first opened. */
import { define } from '../../base/define.js';
import { VisioShortcutsSettings } from './settings.js';
import { VisioShortcutsSheet } from './sheet.js';

define('visio-shortcuts-sheet', VisioShortcutsSheet);
define('visio-shortcuts-settings', VisioShortcutsSettings);

declare global {
  interface HTMLElementTagNameMap {
    'visio-shortcuts-sheet': VisioShortcutsSheet;
    'visio-shortcuts-settings': VisioShortcutsSettings;
  }
}
