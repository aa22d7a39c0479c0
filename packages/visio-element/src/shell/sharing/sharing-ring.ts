/** What is fetched when the own screen is first shared. */
import './define.js';
