'use client';
import { createContext, createElement, useContext, useEffect, useRef, useState, type ReactNode } from 'react';
import { createMeeting, VisioError, type Meeting, type MeetingOptions } from 'visio-core';

const MeetingContext = createContext<Meeting | null>(null);

/** What `MeetingProvider` takes. */
export type MeetingProviderProps = {
  readonly children?: ReactNode;
} & (
  | {
      /** A meeting of yours. It is held while the provider is there, and not ended. */
      readonly meeting: Meeting;
    }
  | {
      /** What to make a meeting with. Read once: the meeting ends, and lets go of all that it has, with the provider. */
      readonly options: MeetingOptions;
      /** Whether it joins at once. Default: `false`. A failure is told by `useConnection().error`. */
      readonly autoJoin?: boolean;
      /** Shown until there is a meeting: on a server, and at the first rendering. Default: nothing. */
      readonly fallback?: ReactNode;
    }
);

/** Gives a meeting to the hooks of the components in it. */
export function MeetingProvider(props: MeetingProviderProps): ReactNode {
  return 'meeting' in props
    ? createElement(GivenMeeting, props)
    : createElement(OwnMeeting, props);
}

function GivenMeeting({ meeting, children }: { readonly meeting: Meeting; readonly children?: ReactNode }): ReactNode {
  useEffect(() => meeting.hold(), [meeting]);
  return createElement(MeetingContext.Provider, { value: meeting }, children);
}

interface OwnMeetingProps {
  readonly options: MeetingOptions;
  readonly autoJoin?: boolean;
  readonly fallback?: ReactNode;
  readonly children?: ReactNode;
}

function OwnMeeting({ options, autoJoin = false, fallback = null, children }: OwnMeetingProps): ReactNode {
  const first = useRef({ options, autoJoin }).current;
  const [meeting, setMeeting] = useState<Meeting | null>(null);
  // In an effect, which has an end: what is rendered may never be shown, and then nobody would end it.
  useEffect(() => {
    const own = createMeeting(first.options);
    setMeeting(own);
    // Strict mode takes each effect back at once, and makes it again: one token is asked for, not two.
    if (first.autoJoin) queueMicrotask(() => void (own.disposed || own.join().catch(() => undefined)));
    return () => own.dispose();
  }, [first]);
  return meeting ? createElement(MeetingContext.Provider, { value: meeting }, children) : fallback;
}

/**
 * The meeting of the nearest {@link MeetingProvider}.
 *
 * @throws {VisioError} `INVALID_ARGUMENT` where there is none
 */
export function useMeeting(): Meeting {
  const meeting = useContext(MeetingContext);
  if (!meeting) throw new VisioError('INVALID_ARGUMENT', 'There is no <MeetingProvider> around this component.');
  return meeting;
}
