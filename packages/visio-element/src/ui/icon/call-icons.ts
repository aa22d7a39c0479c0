/**
 * The icons that only a call shows: they are fetched with it, and not with the lobby. Whoever shows something of a call
 * without it calls `addIcons(CALL_ICONS)`.
 */
export const CALL_ICONS = {
  screen: 'M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7M12 13.5V8M9.5 10.2 12 7.7l2.5 2.5',
  'screen-stop':
    'M5 4.5h14a2 2 0 0 1 2 2v8.5a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6.5a2 2 0 0 1 2-2zM8.5 20.5h7M9.7 8.5l4.6 4.6M14.3 8.5l-4.6 4.6',
  chat: 'M6.5 4.5h11A2.5 2.5 0 0 1 20 7v7a2.5 2.5 0 0 1-2.5 2.5H12l-4.6 3.6a.6.6 0 0 1-.9-.5v-3.1A2.5 2.5 0 0 1 4 14V7a2.5 2.5 0 0 1 2.5-2.5zM8.5 9h7M8.5 12.3h4.5',
  hand: 'M8.5 12.5V6a1.4 1.4 0 0 1 2.8 0v5M11.3 10.5V4.7a1.4 1.4 0 0 1 2.8 0v5.8M14.1 11V6a1.4 1.4 0 0 1 2.8 0v8.2a6.3 6.3 0 0 1-6.3 6.3c-2.2 0-3.6-.9-4.7-2.6l-2.7-4.2a1.4 1.4 0 0 1 2.3-1.6l3 2.9',
  smile: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM8.5 14.2a4.2 4.2 0 0 0 7 0M9 9.5v.4M15 9.5v.4',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.7 19.5a6.3 6.3 0 0 1 12.6 0M15.7 4.8a3.5 3.5 0 0 1 0 6.4M17.8 13.9a6.3 6.3 0 0 1 3.5 5.6',
  speaking: 'M6.5 9.5v5M12 5.5v13M17.5 9.5v5',
} as const;
