import { define } from '../../base/define.js';
import { VisioAbsent } from './absent.js';
import { VisioInvitation } from './invitation.js';
import { VisioPeople } from './people.js';
import { VisioPerson } from './person.js';
import { VisioPeopleSearch } from './search.js';

define('visio-absent', VisioAbsent);
define('visio-invitation', VisioInvitation);
define('visio-person', VisioPerson);
define('visio-people-search', VisioPeopleSearch);
define('visio-people', VisioPeople);

declare global {
  interface HTMLElementTagNameMap {
    'visio-absent': VisioAbsent;
    'visio-invitation': VisioInvitation;
    'visio-people': VisioPeople;
    'visio-people-search': VisioPeopleSearch;
    'visio-person': VisioPerson;
  }
}
