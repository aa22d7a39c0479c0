import { define } from '../../../base/define.js';
import { VisioPeopleSearch } from '../../people/search.js';
import { VisioCaptionList } from './list.js';

// The field to search in is the one of the list of people.
define('visio-people-search', VisioPeopleSearch);
define('visio-caption-list', VisioCaptionList);

declare global {
  interface HTMLElementTagNameMap {
    'visio-caption-list': VisioCaptionList;
  }
}
