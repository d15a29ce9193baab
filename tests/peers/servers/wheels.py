"""Gets the wheels of the servers, without what they depend on, and unpacks them.

Usage: wheels.py FOLDER.
"""

import subprocess
import sys
import zipfile
from pathlib import Path

import servers

folder = Path(sys.argv[1])
for server in servers.ALL:
    place = folder / server.package
    stamp = folder / f"{server.package}.txt"
    if stamp.exists() and stamp.read_text() == server.version:
        continue
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    # Of any platform: what is compiled in it is not used.
    command += ["--only-binary=:all:", "--python-version=3.11", "--platform=manylinux_2_34_x86_64"]
    command += ["--dest", folder, f"{server.project}=={server.version}"]
    subprocess.run(command, check=True)
    wheel = next(folder.glob(f"{server.package}-{server.version}-*.whl"))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    wheel.unlink()
    stamp.write_text(server.version)
