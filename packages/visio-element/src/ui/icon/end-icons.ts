/** Those that the end shows too, and comes with. */
export const END_ICONS = {
  leave:
    'M12 8.5C7 8.5 2.7 10.6 2.7 14.1V15.6Q2.7 16.9 4 16.7L7.3 16Q8.2 15.8 8.2 14.9V13.2Q12 12 15.8 13.2V14.9Q15.8 15.8 16.7 16L20 16.7Q21.3 16.9 21.3 15.6V14.1C21.3 10.6 17 8.5 12 8.5',
  alert: 'R3 3 21 21 12M12 7.5V13M12 16.4V16.5',
} as const;
