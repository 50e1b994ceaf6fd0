import { execFileSync } from 'node:child_process'
import { cpSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Image } from './image.ts'

const SHELL = /^(sh|dash|bash|rbash|sash|busybox|perl.*)$/

/** Carries out the steps of a Dockerfile in this folder: on a Debian with its own Node instead of the base image. */
export function layImage(image: Image, base: string, context: string, root: string): void {
  execFileSync('cp', ['-a', base, root])
  for (const { sources, into } of image.copied)
    for (const source of sources) copy(context, source, root, into)
}

/** As COPY does: of a folder what is in it, and everything belongs to root. */
function copy(context: string, source: string, root: string, into: string): void {
  const from = join(context, source)
  const isFolder = statSync(from).isDirectory()
  const to = join(root, into, !isFolder && into.endsWith('/') ? basename(source) : '')
  mkdirSync(isFolder ? to : join(to, '..'), { recursive: true })
  cpSync(from, to, { recursive: true })
  execFileSync('chown', ['-R', '0:0', to])
}

/** Takes away every program that reads commands, and returns how many these were: nothing may miss them. */
export function withoutShells(root: string): number {
  const folders = ['usr/bin', 'usr/sbin', 'bin', 'sbin'].filter(
    (name) => !lstatSync(join(root, name)).isSymbolicLink(),
  )
  const shells = folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => SHELL.test(name))
      .map((name) => join(root, folder, name)),
  )
  for (const shell of shells) rmSync(shell)
  return shells.length
}
