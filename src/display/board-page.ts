/** The script of `board.html`. */

import styles from './board-page.css?inline';
import { reloadNightly } from './board-reload.ts';
import { begin } from './page.ts';

begin(document.querySelector('contest-board')!, ['precision'], styles);
reloadNightly();
