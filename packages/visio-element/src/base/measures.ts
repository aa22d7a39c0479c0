/** Amounts in the reader's language, short, with their unit. */

/** `amount` bits a second: "1.5 Mb/s". */
export function rate(language: string, amount: number | null): string {
  if (amount === null) return '–';
  const isLarge = amount >= 1_000_000;
  return format(language, isLarge ? 'megabit-per-second' : 'kilobit-per-second', amount / (isLarge ? 1e6 : 1e3), isLarge ? 1 : 0);
}

/** "12 MB". */
export function bytes(language: string, amount: number): string {
  if (amount >= 1e9) return format(language, 'gigabyte', amount / 1e9, 2);
  return amount >= 1e6 ? format(language, 'megabyte', amount / 1e6, amount < 1e7 ? 1 : 0) : format(language, 'kilobyte', amount / 1e3, 0);
}

/** "24 ms". */
export function milliseconds(language: string, amount: number | null): string {
  return amount === null ? '–' : format(language, 'millisecond', amount, 0);
}

/** `share` from 0 to 1: "2.5%". */
export function percent(language: string, share: number | null): string {
  return share === null ? '–' : new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

function format(language: string, unit: string, amount: number, digits: number): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(amount);
}
