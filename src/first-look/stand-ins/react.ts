/**
 * What the components of the page need of React, by Preact: the first look is drawn by the same components before React is
 * there (docs/decisions/0015).
 */
import { options } from 'preact'
import { useContext, useEffect, useRef, useState } from 'preact/hooks'

export { cloneElement, Component, createContext, createElement, Fragment } from 'preact'
export {
  useCallback,
  useContext,
  useEffect,
  useId,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'preact/hooks'

/** Of a context alone: that is all that the page reads with it. */
export const use = useContext

/** A function that always sees the latest values. */
export function useEffectEvent<Given extends unknown[]>(take: (...given: Given) => void): typeof take {
  const latest = useRef(take)
  Object.assign(latest, { current: take })
  return (...given) => latest.current(...given)
}

export function useSyncExternalStore<T>(subscribe: (listener: () => void) => () => void, read: () => T): T {
  const [, setTimes] = useState(0)
  useEffect(() => subscribe(() => setTimes((times) => times + 1)), [subscribe])
  return read()
}

// React hands a component its ref among its properties.
const before = options.vnode
options.vnode = (node) => {
  before?.(node)
  const { type, props, ref } = node
  if (typeof type === 'function' && ref != null) Object.assign(node, { props: { ...props, ref }, ref: null })
}

/** What is drawn anew too often costs little here. */
export const memo = <Drawn>(component: Drawn): Drawn => component
