// Lists in pages.
import { refusals } from './refused.mjs';

/**
 * @template T
 * @param {import('./http.mjs').Ask} ask
 * @param {readonly T[]} items
 * @param {{ size: number, largest?: number }} options with `largest`, one may ask for another size
 */
export function paginate({ query, c }, items, { size, largest }) {
  const wanted = Number(query.get('page_size'));
  const count = largest && Number.isInteger(wanted) && wanted > 0 ? Math.min(wanted, largest) : size;
  const pages = Math.max(1, Math.ceil(items.length / count));
  const given = query.get('page') ?? '1';
  const page = given === 'last' ? pages : Number(given);
  if (!Number.isInteger(page) || page < 1 || page > pages) throw refusals.notFound('Invalid page.');

  /** @param {number} number */
  const link = (number) => {
    const url = new URL(c.req.url);
    if (number === 1) url.searchParams.delete('page');
    else url.searchParams.set('page', String(number));
    return url.href;
  };
  return {
    count: items.length,
    next: page < pages ? link(page + 1) : null,
    previous: page > 1 ? link(page - 1) : null,
    results: items.slice((page - 1) * count, page * count),
  };
}
