/** What is fetched when captions are first turned on. */
import './define.js';
