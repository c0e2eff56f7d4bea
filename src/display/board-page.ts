/** The script of `board.html`. */

import styles from './board-page.css?inline';
import { begin } from './page.ts';

begin(document.querySelector('contest-board')!, ['precision'], styles);
