/** The topic of what people write, letter by letter. Ours alone: other apps get what is sent, and not how it came to be. */
export const REAL_TIME_TEXT_TOPIC = 'visio.rtt';
