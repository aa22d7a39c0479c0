import { expect } from '@open-wc/testing';
import '../../features/end/define.js';
import '../../features/lobby/define.js';
import { button, query, settle, until } from '../../testing/check.js';
import { createFrame, createView, simulate } from '../../testing/simulate.js';
import './define.js';

describe('under a strict Content Security Policy', () => {
  it('no element breaks it from the lobby to the end', async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => violations.push(`${violatedDirective} ${sample}`));
    const policy = document.createElement('meta');
    policy.httpEquiv = 'Content-Security-Policy';
    policy.content = "style-src 'self'";
    document.head.append(policy);
    // The policy holds: this is what the elements must not do.
    const probe = document.createElement('p');
    probe.setAttribute('style', 'color: red');
    await until(() => violations.length === 1);

    const { meeting, view, director } = await simulate({ scenario: 'team-9' });
    const frame = createFrame();
    document.body.append(frame);
    meeting.openLobby();
    frame.replaceChildren(createView('visio-lobby', view));
    await until(() => meeting.camera.track.peek());
    await meeting.join();
    const call = createView('visio-call', view);
    frame.replaceChildren(call);
    director.share('karim-benali');
    director.blockPlayback();
    await settle();
    button(query(call, 'visio-bar')!, 'Camera options').click();
    await settle();
    await meeting.leave();
    frame.replaceChildren(createView('visio-end', view));
    await settle();
    expect(violations.slice(1)).to.deep.equal([]);
    meeting.dispose();
    frame.remove();
  });
});
