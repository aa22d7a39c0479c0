/** What is fetched when the chat is first opened. */
import './define.js';
