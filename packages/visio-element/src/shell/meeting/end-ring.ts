/** What is fetched while one looks at the lobby or joins, so that it is there when the network goes. */
import '../../features/end/define.js';
