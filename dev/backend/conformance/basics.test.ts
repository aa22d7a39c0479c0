// Configuration and people.
import { describe, expect } from 'vitest';
import { aPerson, anywhere, aUuid, expectAnswer, forbidden, notAuthenticated, ours, signedIn, uniqueName, useTarget } from './target.ts';

const target = useTarget();
const me = { allow: 'GET, HEAD, OPTIONS' };
const other = { allow: 'PUT, PATCH, OPTIONS' };

describe('config/', () => {
  ours('config', async () => {
    const answer = await target.ask('anonymous', 'GET', '/config/');
    expectAnswer(answer, 200, {
      LANGUAGE_CODE: 'en-us',
      recording: { is_enabled: true, available_modes: ['screen_recording', 'transcript'], expiration_days: null, max_duration: null },
      background_image: {
        upload_is_enabled: true,
        max_count_by_user: 10,
        max_size: 2_097_152,
        allowed_extensions: ['.jpeg', '.jpg', '.png'],
        allowed_mimetypes: ['image/jpeg', 'image/png'],
      },
      telephony: { enabled: false },
      resource: { default_access_level: 'public' },
      subtitle: { enabled: true },
      diagnostics: { connection_test_enabled: true },
      livekit: {
        url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        force_wss_protocol: false,
        enable_firefox_proxy_workaround: false,
        default_sources: ['camera', 'microphone', 'screen_share', 'screen_share_audio'],
      },
      authenticated_users_can_edit_display_name: true,
      custom_css_url: null,
      analytics: {},
      support: {},
      silence_livekit_debug_logs: false,
      is_silent_login_enabled: true,
      idle_disconnect_warning_delay: null,
      feedback: {},
      documentation_url: null,
      external_home_url: null,
      use_french_gov_footer: false,
      use_proconnect_button: false,
      manifest_link: null,
      transcription_destination: null,
      max_participants_for_sound: 5,
      auto_mute_on_join_threshold: 50,
    }, { allow: 'GET, OPTIONS' });
  });

  anywhere('has the parts that clients read, whatever is on', async () => {
    const { status, body } = await target.ask('anonymous', 'GET', '/config/');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      recording: { is_enabled: expect.any(Boolean), available_modes: expect.any(Array) },
      telephony: { enabled: expect.any(Boolean) },
      subtitle: { enabled: expect.any(Boolean) },
      diagnostics: { connection_test_enabled: expect.any(Boolean) },
      resource: { default_access_level: expect.stringMatching(/^(public|trusted|restricted)$/) },
      livekit: { url: expect.any(String), default_sources: expect.any(Array) },
    });
  });

  anywhere('takes no other method', async () => {
    expectAnswer(await target.ask('anonymous', 'POST', '/config/', { body: {} }), 405, { detail: 'Method "POST" not allowed.' }, { allow: 'GET, OPTIONS' });
  });
});

describe('users/', () => {
  anywhere('users/me anonymous', async () => {
    const answer = await target.ask('anonymous', 'GET', '/users/me/');
    expectAnswer(answer, 401, notAuthenticated, me);
    expect(answer.headers.get('www-authenticate')).toBe('Session');
  });

  anywhere('an unknown session is none', async () => {
    expectAnswer(await target.ask({ cookie: 'sessionid=nothing' }, 'GET', '/users/me/'), 401, notAuthenticated, me);
  });

  signedIn('users/me', async () => {
    expectAnswer(await target.ask('owner', 'GET', '/users/me/'), 200, aPerson, me);
  });

  ours('users/me, told exactly', async () => {
    const { body } = await target.ask('owner', 'GET', '/users/me/');
    expect(body).toEqual({
      ...aPerson, email: 'owner@example.org', full_name: 'Olive Owner', short_name: 'Olive', timezone: 'UTC', language: 'en-us',
    });
  });

  anywhere('without the slash at its end one is sent to the address that has it', async () => {
    const answer = await target.ask('anonymous', 'GET', '/users/me?x=1');
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toMatch(/\/api\/v1\.0\/users\/me\/\?x=1$/);
  });

  signedIn('nobody is listed', async () => {
    expectAnswer(await target.ask('owner', 'GET', '/users/?q=owner'), 200, { count: 0, next: null, previous: null, results: [] }, me);
    expectAnswer(await target.ask('anonymous', 'GET', '/users/?q=owner'), 401, notAuthenticated, me);
  });

  signedIn('user default room preferences, room created with these defaults, and reset', async () => {
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const preferred = { default_room_access_level: 'trusted', default_room_configuration: { everyone_can_mute: false } };
    const create = async (more = {}) => {
      const { body } = await target.ask('owner', 'POST', '/rooms/', { body: { name: uniqueName(), ...more } });
      await target.ask('owner', 'DELETE', `/rooms/${body.id}/`);
      return body;
    };
    try {
      expectAnswer(await target.ask('owner', 'PATCH', `/users/${self.id}/`, { body: preferred }), 200, { ...self, ...preferred }, other);
      expect(await create()).toMatchObject({ access_level: 'trusted', configuration: { everyone_can_mute: false } });
      const own = { access_level: 'public', configuration: { everyone_can_mute: true } };
      expect(await create(own)).toMatchObject(own);
    } finally {
      const { default_room_access_level, default_room_configuration } = self;
      const reset = { default_room_access_level, default_room_configuration };
      expectAnswer(await target.ask('owner', 'PATCH', `/users/${self.id}/`, { body: reset }), 200, self, other);
    }
  });

  signedIn('what is no preference is refused', async () => {
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const refused = async (body: unknown) => {
      const answer = await target.ask('owner', 'PATCH', `/users/${self.id}/`, { body });
      expect(answer.status).toBe(400);
      return answer.body;
    };
    expect(await refused({ default_room_access_level: 'open' })).toEqual({ default_room_access_level: ['"open" is not a valid choice.'] });
    expect(await refused({ language: 'xx' })).toEqual({ language: ['"xx" is not a valid choice.'] });
    expect(Object.keys(await refused({ timezone: 'Mars/Olympus' }))).toEqual(['timezone']);
    expect(await refused({ default_room_configuration: { foo: 1 } })).toMatchObject({ default_room_configuration: [{ type: 'extra_forbidden', loc: ['foo'] }] });
  });

  signedIn('only one’s own are changed', async () => {
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const body = { language: 'fr-fr' };
    expectAnswer(await target.ask('member', 'PATCH', `/users/${self.id}/`, { body }), 403, forbidden, other);
    expectAnswer(await target.ask('anonymous', 'PATCH', `/users/${self.id}/`, { body }), 401, notAuthenticated, other);
    expectAnswer(await target.ask('owner', 'PATCH', `/users/${crypto.randomUUID()}/`, { body }), 404, { detail: 'No User matches the given query.' }, other);
    expectAnswer(await target.ask('owner', 'GET', `/users/${self.id}/`), 405, { detail: 'Method "GET" not allowed.' }, other);
  });

  signedIn('what one is, one cannot change', async () => {
    const { body: self } = await target.ask('owner', 'GET', '/users/me/');
    const body = { full_name: 'Someone Else', email: 'x@example.org', id: crypto.randomUUID(), language: self.language };
    expectAnswer(await target.ask('owner', 'PATCH', `/users/${self.id}/`, { body }), 200, { ...self, id: aUuid }, other);
  });
});

anywhere('what is not there is answered with a page', async () => {
  const answer = await target.ask('anonymous', 'GET', '/no-such-thing/');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
});
