import type { FirstTranslation } from '../index.js';

export const nl: FirstTranslation = {
  'meeting.label': 'Videovergadering',
  'meeting.you': 'U',
  'meeting.guest': 'Gast',

  'lobby.title': 'Klaar om deel te nemen?',
  'lobby.name': 'Uw naam',
  'lobby.namePlaceholder': 'Zoals anderen u zien',
  'lobby.join': 'Deelnemen aan vergadering',
  'lobby.joining': 'Verbinding maken…',
  'lobby.cancel': 'Annuleren',
  'lobby.preview': 'Voorbeeld van uw camera',
  'lobby.cameraOff': 'Uw camera staat uit',
  'lobby.cameraStarting': 'Uw camera wordt gestart…',
  'lobby.check': 'Mijn verbinding testen',
  'lobby.watching': 'U kijkt en luistert mee. Uw camera en microfoon blijven uit.',

  'device.microphone': 'Microfoon',
  'device.camera': 'Camera',
  'device.speaker': 'Luidspreker',
  'device.label': 'Apparaten',
  'device.default': 'Standaardapparaat',
  'device.none': 'Geen gevonden',
  'device.level': 'Microfoonniveau',
  'device.options.microphone': 'Opties voor microfoon en luidspreker',
  'device.options.camera': 'Cameraopties',

  'control.microphone.on': 'Microfoon inschakelen',
  'control.microphone.off': 'Microfoon uitschakelen',
  'control.camera.on': 'Camera inschakelen',
  'control.camera.off': 'Camera uitschakelen',

  'error.ENGINE_LOAD_FAILED': 'Een deel van de vergadering kon niet worden geladen. Controleer uw netwerk en probeer het opnieuw.',
  'error.UNKNOWN': 'Er is iets misgegaan. Probeer het opnieuw.',
  'error.tryAgain': 'Opnieuw proberen',
};
