import type { Participant, RemoteParticipant, Room } from 'livekit-client';

/**
 * Those who have just come. LiveKit says so before it knows more than who they are, and then of all else of them that it
 * has changed. They are told once, and whether they are ready, with what they publish first or else at the end of the
 * task. Nothing else is to be told of them before.
 */
export function createNewcomers(room: Room, tell: (participant: Participant) => void, tellReady: (participant: Participant) => void) {
  const untold = new Set<Participant>();

  function introduce(participant: Participant): void {
    if (!untold.delete(participant)) return;
    tell(participant);
    if (participant.isActive) tellReady(participant);
  }

  function tellRest(): void {
    for (const participant of untold) {
      if (room.remoteParticipants.get(participant.identity) === participant) introduce(participant);
      else untold.delete(participant);
    }
  }

  return {
    has: (participant: Participant) => untold.has(participant),
    introduce,
    add(participant: RemoteParticipant): void {
      if (untold.size === 0) queueMicrotask(tellRest);
      untold.add(participant);
    },
  };
}
