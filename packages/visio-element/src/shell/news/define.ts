import { define } from '../../base/define.js';
import { VisioNews } from './news.js';

define('visio-news', VisioNews);

declare global {
  interface HTMLElementTagNameMap {
    'visio-news': VisioNews;
  }
}
