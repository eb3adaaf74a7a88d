# DOC: what the other scripts share: finding a JDK 25, Node and Maven, and installing front-end packages
# shellcheck shell=bash
set -euo pipefail

# --help prints what the script says of itself, before anything else is done
for argument in "$@"; do
    case "$argument" in
        -h | --help)
            sed -n -e "s,^# DOC: ,bin/$(basename "$0"): ,p" -e 's/^# USE: /Use: /p' "$0"
            exit 0
            ;;
    esac
done

cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Maven 3 uses an old Guava that a new JVM warns about
export MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# A port one can open: 0 would be any, and nobody would know which
need_port() { [[ "$1" =~ ^[1-9][0-9]{0,4}$ ]] && [ "$1" -le 65535 ] || die "The port is a number from 1 to 65535, not '$1'."; }

is_25() { [ -x "$1/bin/javac" ] && grep -qs '^JAVA_VERSION="25' "$1/release"; }

find_java() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/javac)")")")" \
        /usr/lib/jvm/* /opt/java/* /opt/jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/.sdkman/candidates/java/*; do
        if [ -n "$candidate" ] && is_25 "$candidate"; then
            export JAVA_HOME="$candidate"
            export PATH="$JAVA_HOME/bin:$PATH"
            return
        fi
    done
    die "Samtidig needs a JDK 25. Install one (for example Temurin 25) or set JAVA_HOME to it."
}

need_maven() { command -v mvn >/dev/null || die "Samtidig needs Maven 3.8 or later. Install it (for example: apt-get install maven)."; }

front_end() {
    command -v node >/dev/null && command -v npm >/dev/null || die "Samtidig needs Node.js 20 or later with npm. Install it (for example: apt-get install nodejs npm)."
    [[ "$(node --version)" =~ ^v([0-9]+) && ${BASH_REMATCH[1]} -ge 20 ]] || die "Samtidig needs Node.js 20 or later; this is $(node --version)."
    [ ! -L node_modules ] || die "node_modules is a link to another folder: npm ci would empty that one. Remove the link."
    if [ ! -f node_modules/.package-lock.json ] || [ package-lock.json -nt node_modules/.package-lock.json ]; then
        say "Fetching front-end packages …"
        npm ci --no-audit --no-fund --loglevel=error >&2
        touch node_modules/.package-lock.json
    fi
}

# The shell without a window takes a third less of the processor than the whole browser; that one will do where it is all there is
find_chromium() {
    local candidate
    if [ -z "${CHROMIUM:-}" ] && ! command -v chromium-headless-shell >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "Installing Chromium for the browser tests …"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium-headless-shell; } >/dev/null 2>&1 \
            || DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1 || true
    fi
    for candidate in "${CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
            CHROMIUM="$(command -v "$candidate")"
            export CHROMIUM
            return
        fi
    done
    die "The browser tests need Chromium. Install it (for example: apt-get install chromium-headless-shell) or set CHROMIUM to it."
}

find_firefox() {
    local candidate
    for candidate in "${FIREFOX:-}" firefox-esr firefox; do
        if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
            FIREFOX="$(command -v "$candidate")"
            export FIREFOX
            return
        fi
    done
    if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
        say "Installing Firefox for the browser tests …"
        apt-get update -qq >&2 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq firefox-esr >/dev/null 2>&1
        FIREFOX="$(command -v firefox-esr)" && export FIREFOX && return
    fi
    die "One browser test needs Firefox 129 or later. Install it (for example: apt-get install firefox-esr) or set FIREFOX to it."
}

# The bill of materials takes ten seconds and changes with pom.xml only
old_bill() { [ ! target/classes/META-INF/sbom/application.cdx.json -nt pom.xml ] || echo -Dcyclonedx.skip=true; }

newer_than_build() {
    [ ! -f "$1" ] || [ -n "$(find src content pom.xml front-end.xml front-end.mjs package-lock.json -newer "$1" -print -quit)" ]
}

# Builds what runs: the application laid out in target/app, with a cache of loaded classes so that it starts quickly.
build() {
    if newer_than_build target/app/ready; then
        say "Building (about a minute the first time) …"
        mvn -q -B -DskipTests -Dspotless.check.skip=true $(old_bill) -Dsamtidig.commit="$(git rev-parse --short HEAD 2>/dev/null || echo unknown)" package >&2 || die "The build failed; see above."
        rm -rf target/app
        "$JAVA_HOME/bin/java" -Djarmode=tools -jar target/samtidig.jar extract --destination target/app >/dev/null
        say "Preparing a quick start …"
        train
        touch target/app/ready
    fi
}

# The virtual machine's settings; the cache of loaded classes is only valid for the same ones.
JVM=(-Xmx256m -XX:+UseSerialGC -XX:+UseCompactObjectHeaders)

# Runs the application once on a folder of its own, reads a few pages and lets it write the cache at its end.
train() {
    local folder port trained
    folder="$(mktemp -d)"
    port=$((40000 + RANDOM % 20000))
    env $(env | sed -n 's/^\(S\(AMTIDIG\|PRING\|ERVER\)_[^=]*\)=.*/-u \1/p') \
        "$JAVA_HOME/bin/java" "${JVM[@]}" -XX:AOTCacheOutput=target/app/samtidig.aot -jar target/app/samtidig.jar \
        --samtidig.database.directory="$folder" --samtidig.drain=0s --server.port="$port" >"$folder/log" 2>&1 &
    trained=$!
    for _ in $(seq 300); do
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break
        sleep 0.1
    done
    node -e '
        const [base] = process.argv.slice(1);
        (async () => {
            const answer = await fetch(base + "/demo/logg-inn", { method: "POST", body: new URLSearchParams({ rolle: "miljoterapeut" }), redirect: "manual" });
            const headers = { cookie: answer.headers.getSetCookie().map((it) => it.split(";")[0]).join("; ") };
            for (const path of ["/", "/logg-inn", "/moduler", "/moduler/grunnmodul", "/moduler/grunnmodul/hvorfor-samtidig", "/moduler/grunnmodul/hvorfor-samtidig/et-oyeblikk", "/min-side"]) await fetch(base + path, { headers });
        })().catch(() => {});
    ' "http://127.0.0.1:$port" || true
    kill -TERM "$trained" 2>/dev/null || true
    wait "$trained" 2>/dev/null || true
    rm -rf "$folder"
}
