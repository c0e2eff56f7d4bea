/**
 * What the libraries of old portals do to the platform, cut down to that: each as its script does
 * it before ours runs.
 */

export const LIBRARIES: Record<string, string> = {
  'Array.prototype has enumerable additions': `
    Array.prototype.each = Array.prototype.contains = Array.prototype.clone = function () {};
    Object.prototype.extend = Object.prototype.each = Object.prototype.toJSONString = function () {};
    String.prototype.stripTags = Function.prototype.delay = function () {};`,

  'Prototype.js 1.6 replaces reduce, find, from and bind': `
    Array.prototype.reduce = function () { return this.length > 1 ? this : this[0]; };
    Array.prototype.find = Array.prototype.detect = function (iterator) {
      for (var i = 0; i < this.length; i++) if (iterator(this[i], i)) return this[i];
    };
    Array.prototype.entries = Array.prototype.toArray = function () { return [].concat(this); };
    Array.from = window.$A = function (iterable) {
      if (!iterable) return [];
      if (iterable.toArray) return iterable.toArray();
      var length = iterable.length || 0, results = new Array(length);
      while (length--) results[length] = iterable[length];
      return results;
    };
    String.prototype.toArray = function () { return this.split(''); };
    Function.prototype.bind = function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this, args = $A(arguments), object = args.shift();
      return function () { return method.apply(object, args.concat($A(arguments))); };
    };`,

  'Prototype.js 1.6 turns arrays and texts into JSON its own way': `
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Array.prototype.toJSON = function () { return '[' + this.join(', ') + ']'; };
    Date.prototype.toJSON = function () { return '"' + this.getTime() + '"'; };
    Number.prototype.toJSON = function () { return isFinite(this) ? this.toString() : 'null'; };`,

  'Prototype.js replaces Element and adds to every element': `
    (function (element) {
      window.Element = function (tag) { return document.createElement(tag); };
      for (var name in element) window.Element[name] = element[name];
    })(window.Element);
    HTMLElement.prototype.update = function (html) { this.innerHTML = html; return this; };
    HTMLElement.prototype.hide = function () { this.style.display = 'none'; return this; };
    HTMLElement.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
    HTMLElement.prototype.select = HTMLElement.prototype.observe = function () { return []; };
    HTMLElement.prototype.visible = HTMLElement.prototype.up = function () { return this; };
    document.getElementsByClassName = Element.prototype.getElementsByClassName = function () { return []; };
    document.viewport = {};`,

  'MooTools 1.2 replaces filter, map, every, some, Event and Element': `
    ['filter', 'map', 'every', 'some', 'forEach', 'indexOf'].forEach(function (name) {
      var native = Array.prototype[name];
      Array.prototype[name] = function (fn, bind) { return native.call(this, fn, bind); };
    });
    window.$ = window.$$ = function () { return null; };
    window.Event = function (event) { this.event = event || window.event; };
    window.Element = (function (native) {
      var Element = function (tag) { return document.createElement(tag); };
      Element.prototype = native.prototype;
      return Element;
    })(window.Element);
    Element.prototype.get = Element.prototype.set = Element.prototype.grab = function () { return this; };
    String.prototype.contains = function (text) { return this.indexOf(text) > -1; };`,

  'Date.parse returns a Date or null, as Datejs and MooTools More have it': `
    Date.parse = (function (native) {
      return function (text) {
        var time = native.call(Date, text);
        return isNaN(time) || /[+-]\\d\\d:\\d\\d$/.test(text) ? null : new Date(time);
      };
    })(Date.parse);
    Date.now = function () { return new Date().valueOf(); };`,

  'jQuery gives its names back': `
    window._$ = window.$ = window.jQuery = function () { return window.jQuery; };
    jQuery.noConflict = function () { delete window.$; delete window.jQuery; return window._$; };
    window.j = jQuery.noConflict(true);`,

  'a module loader waits for define': `
    window.define = function () { throw new Error('Mismatched anonymous define() module'); };
    define.amd = {};
    window.require = window.requirejs = define;
    window.module = { exports: {} };
    window.exports = module.exports;`,

  'a polyfill wraps HTMLElement and customElements.define': `
    (function () {
      var Native = HTMLElement;
      window.HTMLElement = function () { return Reflect.construct(Native, [], this.constructor); };
      HTMLElement.prototype = Native.prototype;
      HTMLElement.prototype.constructor = HTMLElement;
      Object.setPrototypeOf(HTMLElement, Native);
      var define = customElements.define;
      customElements.define = function (name, element, options) {
        if (name === 'portal-menu') throw new Error('twice');
        return define.call(customElements, name, element, options);
      };
    })();`,

  'an application keeps all its elements in one registry of its own': `
    customElements.define = (function (define) {
      return function (name, element) {
        var Wrapped = class extends element { connectedCallback() { super.connectedCallback && super.connectedCallback(); } };
        define.call(customElements, name, Wrapped);
      };
    })(customElements.define);`,

  'the console is silenced': `
    window.console = { log: function () {} };`,

  'animation frames and timers are shims': `
    window.requestAnimationFrame = function (callback) { return window.setTimeout(callback, 16); };
    window.setTimeout = (function (native) {
      return function (callback, wait) { return native(function () { callback(); }, wait || 0); };
    })(window.setTimeout);`,

  'window.name and other globals are taken': `
    window.name = '{"id":1}'; window.t = window.e = window.s = 1; var name = 'x', status = 'y', self = this;
    var html = '<b>', nothing = true, render = null, contest = 'x', banner = 'y', hosts = 'z', parse = 0;`,
};

/** Forms and pictures of those names stand in for properties of the document. */
export const CLOBBERED = [
  'title',
  'body',
  'head',
  'images',
  'links',
  'forms',
  'scripts',
  'all',
  'cookie',
  'domain',
  'location',
  'lang',
  'dir',
  'hidden',
  'visibilityState',
  'readyState',
  'currentScript',
  'baseURI',
  'URL',
  'documentElement',
  'activeElement',
  'defaultView',
  'adoptedStyleSheets',
  'styleSheets',
  'fonts',
  'customElements',
  'trustedTypes',
  'contestBannerRun',
  'contestBanner',
  'localStorage',
  'fetch',
  'define',
  'litHtmlVersions',
  'self',
  'top',
  'parent',
  'name',
  'status',
  'nodeType',
  'childNodes',
  'host',
];

/** Inputs of those names stand in for properties of the form around the whole page. */
export const FORM_FIELDS = [
  'lang',
  'id',
  'name',
  'action',
  'method',
  'title',
  'style',
  'children',
  'length',
  'hidden',
  'dataset',
  'className',
  'submit',
  'elements',
  'target',
  'attributes',
  'tagName',
  'localName',
  'host',
];
