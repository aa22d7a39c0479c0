import { isVisioError, type Meeting } from 'visio-core';

/** Tells a person that what they asked for was not done, and what they can do. For what a control's command rejects with. */
export function tellFailure({ notices }: Meeting): (cause: unknown) => void {
  return (cause) => {
    // The host knows why it prevented something, and says so where it wants to.
    if (!isVisioError(cause) || cause.code === 'VETOED') return;
    notices.show({ kind: 'failure', text: { key: `error.${cause.code}` }, icon: 'alert', urgency: 'high' });
  };
}
