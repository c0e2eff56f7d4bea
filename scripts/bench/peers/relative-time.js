import '@github/relative-time-element';
import 'lean-qr/webcomponent';
