#!/bin/sh
set -e

# The unit is there and not enabled: whose server it is about only the person here knows. What is enabled stays so.
if [ "$1" = configure ] || [ "$1" = abort-upgrade ] || [ "$1" = abort-deconfigure ] || [ "$1" = abort-remove ]; then
  # A unit that was never installed counts as one that was enabled.
  if deb-systemd-helper debian-installed setup-plex.service; then
    deb-systemd-helper unmask setup-plex.service >/dev/null || true
    if deb-systemd-helper --quiet was-enabled setup-plex.service; then
      deb-systemd-helper enable setup-plex.service >/dev/null || true
    fi
  fi
  # For purging: the links that enabling it makes.
  deb-systemd-helper update-state setup-plex.service >/dev/null || true
  if [ -d /run/systemd/system ]; then
    systemctl --system daemon-reload >/dev/null || true
    if [ -n "$2" ]; then
      deb-systemd-invoke try-restart setup-plex.service >/dev/null || true
    fi
  fi
fi
