// What a client is told of this instance.
import { reply } from './http.mjs';

/** @param {import('./index.mjs').Meet} meet */
export function serveConfig({ serve, livekit, settings, who }) {
  serve('/config/', {
    allow: 'GET, OPTIONS',
    by: [who.session],
    get: () => reply(configuration(settings, livekit.address)),
  });
}

/**
 * @param {import('./settings.mjs').Settings} settings
 * @param {string} url
 */
function configuration({ recording, files, telephony, ...settings }, url) {
  return {
    LANGUAGE_CODE: settings.language,
    recording: {
      is_enabled: recording.enabled,
      available_modes: recording.modes,
      expiration_days: recording.expirationDays,
      max_duration: recording.maxDuration,
    },
    background_image: {
      upload_is_enabled: files.enabled,
      max_count_by_user: files.maxCount,
      max_size: files.maxSize,
      allowed_extensions: files.extensions,
      allowed_mimetypes: files.mimetypes,
    },
    telephony: telephony.enabled
      ? { enabled: true, default_country: telephony.country, international_phone_number: telephony.phoneNumber }
      : { enabled: false },
    resource: { default_access_level: settings.rooms.defaultAccessLevel },
    subtitle: { enabled: settings.subtitle.enabled },
    diagnostics: { connection_test_enabled: settings.connectionTest.enabled },
    livekit: { url, force_wss_protocol: false, enable_firefox_proxy_workaround: false, default_sources: settings.sources },
    authenticated_users_can_edit_display_name: settings.canEditDisplayName,
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
  };
}
