import type { PanelContribution } from '../base/contribution.js';
import { chatPanel } from './chat/contribution.js';

/** Every panel of a call, one line each. What it shows is fetched when it is first opened. */
export const panels: readonly PanelContribution[] = [chatPanel].sort((a, b) => a.order - b.order);
