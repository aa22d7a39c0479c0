import type { Participant, RemoteParticipant, Room } from 'livekit-client';

/**
 * Those who have just come. LiveKit says so before it knows more than who they are, and then of all else of them that it
 * has changed. They are told once, with what they publish first or else at the end of the task, and then whether they are
 * ready. Nothing else is to be told of them before.
 */
export function createNewcomers(room: Room, tell: (participant: Participant) => void, tellReady: (participant: Participant) => void) {
  const untold = new Set<Participant>();
  /** In this task. */
  const added: RemoteParticipant[] = [];

  function introduce(participant: Participant): void {
    if (untold.delete(participant)) tell(participant);
  }

  function tellRest(): void {
    for (const participant of added.splice(0)) {
      if (room.remoteParticipants.get(participant.identity) === participant) {
        introduce(participant);
        if (participant.isActive) tellReady(participant);
      } else untold.delete(participant);
    }
  }

  return {
    has: (participant: Participant) => untold.has(participant),
    introduce,
    add(participant: RemoteParticipant): void {
      untold.add(participant);
      if (added.push(participant) === 1) queueMicrotask(tellRest);
    },
  };
}
