export interface Installed {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}
export const ALLOWED: readonly string[];
export function installed(): Installed[];
export function refused(packages: readonly Installed[]): Installed[];
