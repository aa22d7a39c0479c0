/** What is fetched once a call is there. */
import './define.js';
import '../notices/define.js';
