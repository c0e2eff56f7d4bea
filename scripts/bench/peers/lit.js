export { html, LitElement, nothing, unsafeCSS } from 'lit';
