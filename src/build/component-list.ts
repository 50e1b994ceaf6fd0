import type { Package } from './bundled-packages.ts'

export const COMPONENTS = 'sbom.cdx.json'

type Component = { readonly 'bom-ref': string } & Readonly<Record<string, unknown>>

/** The parts of what `npm sbom --sbom-format cyclonedx` says that are read here. */
export type NpmList = {
  readonly bomFormat: string
  readonly specVersion: string
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[]
}

/**
 * npm's list in CycloneDX, cut down to the packages whose code is bundled. It is the same wherever and whenever it is
 * made. It has no random number, no time, no folder, no address of a registry. Throws where npm does not know one.
 */
export function componentList(list: NpmList, own: Package, bundled: readonly Package[]): object {
  const refs = new Set(bundled.map(refOf))
  const components = [...refs].map((ref) => {
    const known = list.components.find((each) => each['bom-ref'] === ref)
    if (known === undefined) throw new Error(`npm knows no ${ref}, and it is in the bundle`)
    return plain(known)
  })
  return {
    bomFormat: list.bomFormat,
    specVersion: list.specVersion,
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      // npm names the project after its folder.
      component: { ...plain(list.metadata.component), name: own.name },
    },
    components,
    dependencies: [
      { ref: refOf(own), dependsOn: [...refs] },
      ...[...refs].map((ref) => {
        const { dependsOn = [] } = list.dependencies.find((each) => each.ref === ref) ?? {}
        return { ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }
      }),
    ],
  }
}

function refOf({ name, version }: Package): string {
  return `${name}@${version}`
}

/** Without what npm says about its own use of it: bundled code is required, and no longer for development. */
function plain(component: Component): Component {
  const { properties: _, externalReferences: __, ...rest } = component
  return { ...rest, scope: 'required' }
}
