/** English, what the lobby shows at once. What another language lacks fails the build. */
export const en = {
  'meeting.label': 'Video meeting',
  'meeting.you': 'You',
  'meeting.guest': 'Guest',

  'lobby.title': 'Ready to join?',
  'lobby.name': 'Your name',
  'lobby.namePlaceholder': 'How others will see you',
  'lobby.join': 'Join the meeting',
  'lobby.joining': 'Joining…',
  'lobby.cancel': 'Cancel',
  'lobby.preview': 'Preview of your camera',
  'lobby.cameraOff': 'Your camera is off',
  'lobby.cameraStarting': 'Your camera is starting…',
  'lobby.check': 'Check my connection',
  'lobby.watching': 'You will watch and listen. Your camera and microphone stay off.',

  'device.microphone': 'Microphone',
  'device.camera': 'Camera',
  'device.speaker': 'Speaker',
  'device.label': 'Devices',
  'device.default': 'System default',
  'device.none': 'None found',
  'device.level': 'Microphone level',
  'device.options.microphone': 'Microphone and speaker options',
  'device.options.camera': 'Camera options',

  'control.microphone.on': 'Turn on microphone',
  'control.microphone.off': 'Turn off microphone',
  'control.camera.on': 'Turn on camera',
  'control.camera.off': 'Turn off camera',

  'error.ENGINE_LOAD_FAILED': 'A part of the meeting could not be loaded. Check your network, then try again.',
  'error.UNKNOWN': 'Something went wrong. Try again.',
  'error.tryAgain': 'Try again',
} as const satisfies Record<string, string | { other: string; one?: string }>;
