/** How often a server is asked who is in a call, in milliseconds; and how often at most, for one look at a button. */
const EVERY = 15_000;
const TIMES = 240;

/**
 * Asks how many are in a call while the button can be seen, until the returned function is called. After a failure it
 * waits for the button to be looked at again.
 */
export function watchPeople(button: Element, ask: (signal: AbortSignal) => Promise<number>, tell: (count: number | null) => void): () => void {
  const end = new AbortController();
  let isSeen = false;
  let times = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;

  const next = async () => {
    clearTimeout(timer);
    if (!isSeen || document.hidden || isAsking || end.signal.aborted || times >= TIMES) return;
    isAsking = true;
    times++;
    try {
      const count = await ask(end.signal);
      if (end.signal.aborted) return;
      tell(Number.isInteger(count) && count > 0 ? count : null);
      timer = setTimeout(() => void next(), EVERY);
    } catch {
      if (!end.signal.aborted) tell(null);
    } finally {
      isAsking = false;
    }
  };
  const observer = new IntersectionObserver((entries) => {
    isSeen = entries.at(-1)!.isIntersecting;
    if (isSeen) times = 0;
    void next();
  });
  observer.observe(button);
  document.addEventListener('visibilitychange', () => void next(), { signal: end.signal });
  return () => {
    end.abort();
    clearTimeout(timer);
    observer.disconnect();
  };
}
