/** A meeting whose backend records as La Suite Meet's does: for tests and stories. */
import { createMeeting, type Backend, type Offers, type RecordingMode } from 'visio-core';
import { simulatedDirector, simulatedEngine, type Director, type Scenario } from 'visio-core/engines/simulated';
import { loadTranslator, type Language } from 'visio-core/i18n';
import { createViewState } from '../../shell/meeting/view-state.js';
import { features } from '../index.js';

/** A token whose holder moderates. */
const ADMIN = `plain.${btoa('{"video":{"roomAdmin":true}}')}.plain`;

export interface RecordedOptions {
  readonly scenario?: Scenario;
  readonly language?: Language;
  readonly offers?: Offers;
  readonly microphone?: boolean;
  readonly camera?: boolean;
  /** `owner` may record. Default: nobody in particular. */
  readonly role?: 'owner' | 'member';
}

export async function simulateRecording({ scenario = { people: [{ name: 'Camille Laurent', microphone: true, camera: true }] }, language = 'en', offers, microphone = false, camera = false, role = 'owner' }: RecordedOptions = {}) {
  const server = { director: null as unknown as Director, failure: null as Error | null, asked: [] as unknown[] };
  const ask = (...what: unknown[]) => {
    server.asked.push(what);
    if (server.failure) throw server.failure;
  };
  const backend: Backend = {
    credentials: async () => ({ serverUrl: 'wss://simulated', token: role === 'owner' ? ADMIN : 'plain', ...(offers && { offers }) }),
    recording: {
      async start(mode, options) {
        ask('start', mode, options);
        tell(server.director, mode, 'starting');
      },
      async stop() {
        ask('stop');
        tell(server.director, 'screen_recording', 'saving');
      },
    },
  };
  const meeting = createMeeting({ engine: simulatedEngine({ sound: false, scenario }), backend, displayName: 'Ada Lovelace', microphone, camera });
  const director = (server.director = simulatedDirector(meeting)!);
  const translator = await loadTranslator(language);
  await translator.loadRest();
  return {
    meeting,
    director,
    server,
    view: { meeting, ...createViewState(translator, features) },
  };
}

export type RecordedSimulation = Awaited<ReturnType<typeof simulateRecording>>;

/** The room's metadata, as La Suite Meet's backend writes it. */
export function tell(director: Director, recording_mode: RecordingMode, recording_status: 'starting' | 'started' | 'saving' | 'aborted' | ''): void {
  director.setRoomMetadata({ recording_mode, recording_status });
}
