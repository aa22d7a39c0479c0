/** What is fetched with the call: a reaction may come at any moment. */
import './define.js';
