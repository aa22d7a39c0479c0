/**
 * Chat as LiveKit's components and La Suite Meet carry it: a text stream, and after it a packet for clients from before
 * text streams. Who understands the stream passes over a packet that is marked `ignoreLegacy`.
 */
export const CHAT_TOPIC = 'lk.chat';
export const LEGACY_CHAT_TOPIC = 'lk-chat-topic';
