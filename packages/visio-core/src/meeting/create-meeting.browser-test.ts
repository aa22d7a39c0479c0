import { expect } from '@open-wc/testing';
import { staticBackend } from '../backends/static.js';
import { simulatedEngine } from '../engines/simulated/index.js';
import { createMeeting } from './create-meeting.js';

describe('joining from the lobby', () => {
  it('goes to the server in the task of the click, where everything is at hand', async () => {
    const meeting = createMeeting({ engine: simulatedEngine({ sound: false }), backend: staticBackend('wss://simulated', 'any'), microphone: false, camera: false });
    meeting.openLobby();
    await import('./entry.js');
    await new Promise((resolve) => setTimeout(resolve));
    let asked = 0;
    const { engine } = meeting;
    const connect = engine.connect.bind(engine);
    engine.connect = (options) => {
      asked++;
      return connect(options);
    };
    meeting.join().catch(() => undefined);
    // Promises alone: no task, before which the browser would draw.
    for (let i = 0; i < 50; i++) await Promise.resolve();
    expect(asked).to.equal(1);
    meeting.dispose();
  });
});
