/**
 * As much of WordPress's own modules as the block uses: theirs would bring 400 MB of packages for
 * these few types, and WordPress brings the code itself.
 */

declare module '@wordpress/api-fetch' {
  export default function apiFetch<T>(options: { path: string }): Promise<T>;
}

declare module '@wordpress/block-editor' {
  import type { FC, PropsWithChildren } from 'react';
  export const InspectorControls: FC<PropsWithChildren>;
  export function useBlockProps(): Record<string, unknown>;
}

declare module '@wordpress/blocks' {
  import type { ComponentType } from 'react';
  export function createBlock(
    name: string,
    attributes: Record<string, string | undefined>,
  ): { name: string };
  export function registerBlockType<Attributes>(
    name: string,
    settings: {
      edit: ComponentType<{
        attributes: Attributes;
        setAttributes: (changed: Partial<Attributes>) => void;
      }>;
      save: () => null;
      example: { attributes: Partial<Attributes> };
      transforms: { from: Record<string, unknown>[] };
    },
  ): void;
}

declare module '@wordpress/components' {
  import type { ButtonHTMLAttributes, FC, PropsWithChildren, ReactNode } from 'react';

  interface Field {
    label: string;
    help?: ReactNode;
    value: string;
    onChange: (value: string) => void;
    placeholder?: string | undefined;
    maxLength?: number;
    'aria-invalid'?: boolean;
    __next40pxDefaultSize?: boolean;
    __nextHasNoMarginBottom?: boolean;
  }

  export const Button: FC<
    ButtonHTMLAttributes<HTMLElement> & {
      variant?: 'primary';
      href?: string;
      target?: string;
      __next40pxDefaultSize?: boolean;
    }
  >;
  export const Disabled: FC<PropsWithChildren>;
  export const Notice: FC<
    PropsWithChildren<{
      status: 'error' | 'warning';
      isDismissible: boolean;
      actions?: { label: string; onClick: () => void }[];
    }>
  >;
  export const PanelBody: FC<PropsWithChildren<{ title: string; initialOpen?: boolean }>>;
  export const Placeholder: FC<PropsWithChildren<{ label: string; instructions: string }>>;
  export const SelectControl: FC<Field & { options: { value: string; label: string }[] }>;
  export const Spinner: FC;
  export const TextControl: FC<Field>;
}

declare module '@wordpress/shortcode' {
  export function next(
    tag: string,
    text: string,
  ): { content: string; shortcode: { attrs: { named: Record<string, string> } } } | undefined;
}

declare namespace React.JSX {
  interface IntrinsicElements {
    'contest-banner': import('react').RefAttributes<HTMLElement>;
  }
}
