import type { FirstTranslation } from '../index.js';

export const de: FirstTranslation = {
  'meeting.label': 'Videokonferenz',
  'meeting.you': 'Sie',
  'meeting.guest': 'Gast',

  'lobby.title': 'Bereit zur Teilnahme?',
  'lobby.name': 'Ihr Name',
  'lobby.namePlaceholder': 'Wie andere Sie sehen',
  'lobby.join': 'An Besprechung teilnehmen',
  'lobby.joining': 'Verbindung wird hergestellt …',
  'lobby.cancel': 'Abbrechen',
  'lobby.preview': 'Vorschau Ihrer Kamera',
  'lobby.cameraOff': 'Ihre Kamera ist ausgeschaltet',
  'lobby.cameraStarting': 'Ihre Kamera wird gestartet …',
  'lobby.check': 'Meine Verbindung prüfen',
  'lobby.watching': 'Sie sehen und hören zu. Ihre Kamera und Ihr Mikrofon bleiben ausgeschaltet.',

  'device.microphone': 'Mikrofon',
  'device.camera': 'Kamera',
  'device.speaker': 'Lautsprecher',
  'device.label': 'Geräte',
  'device.default': 'Standardgerät',
  'device.none': 'Keines gefunden',
  'device.level': 'Mikrofonpegel',
  'device.options.microphone': 'Optionen für Mikrofon und Lautsprecher',
  'device.options.camera': 'Kameraoptionen',

  'control.microphone.on': 'Mikrofon einschalten',
  'control.microphone.off': 'Mikrofon ausschalten',
  'control.camera.on': 'Kamera einschalten',
  'control.camera.off': 'Kamera ausschalten',

  'error.ENGINE_LOAD_FAILED': 'Ein Teil der Besprechung konnte nicht geladen werden. Prüfen Sie Ihr Netzwerk und versuchen Sie es erneut.',
  'error.UNKNOWN': 'Etwas ist schiefgegangen. Versuchen Sie es erneut.',
  'error.tryAgain': 'Erneut versuchen',
};
