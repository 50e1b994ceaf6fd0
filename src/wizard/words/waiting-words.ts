import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { Note } from '../../account/note.ts'
import type { Health } from '../screen/screen.ts'

/** What is waited for: the person, the server, or a claim code on its way. */
export function waitingHeading({ decision, finishedAtMs }: Note): MessageDescriptor {
  if (decision === 'sent-code') return msg`Your server is being linked`
  return finishedAtMs === null ? msg`Waiting for your sign-in` : msg`Waiting for your server`
}

/** What happened so far, and what happens next. */
export function waitingLead({ decision, finishedAtMs, backAtMs, opens }: Note): MessageDescriptor {
  if (decision === 'sent-code') {
    return msg`The code goes to your server, which takes it to the account. This may take half a minute.`
  }
  if (finishedAtMs !== null) return msg`You have signed in. Usually the server says so within seconds.`
  if (opens === 'beside') {
    return backAtMs === null
      ? msg`Sign in in the other tab. When you have signed in, this page goes on by itself.`
      : msg`If the other tab still asks for something, finish there first. When you have signed in, this page goes on by itself.`
  }
  return opens === 'here' && backAtMs !== null
    ? msg`You are back from signing in. When your server is linked, this page goes on by itself.`
    : msg`When you have signed in, this page goes on by itself.`
}

/** How the server does meanwhile; `answered` is whether it has said anything yet. */
export function healthWhileWaiting(health: Health, answered: boolean): MessageDescriptor {
  switch (health) {
    case 'answering':
      return answered ? msg`Your server answers, and is not linked yet.` : msg`Checking your server.`
    case 'starting':
      return msg`Your server is restarting. Nothing is lost; this page goes on as soon as the server is back.`
    case 'failing':
      return msg`Your server isn't answering right now. Nothing is lost; this page keeps trying.`
    case 'unreadable':
      return msg`Your server hides its answer from this page, so you may have to check by hand.`
  }
}

/** Why it may have taken too long. */
export function overdueLead({ decision, expiresAtMs }: Note, nowEpochMs: number): MessageDescriptor {
  if (decision === 'sent-code') {
    return msg`The server was given a claim code, and has not said since that it is linked.`
  }
  return expiresAtMs !== null && expiresAtMs <= nowEpochMs
    ? msg`The sign-in link ran out, and nothing was changed. Sign in again with a fresh one.`
    : msg`The sign-in may be unfinished, or the server itself may have no internet.`
}
