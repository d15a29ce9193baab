"""Drives sorakit against the API code of servers that host a model: every verb of the one interface,
and what is odd about each server. Prints one line for each check; status 1 if one failed.

Usage: check.py WHEELS FOLDER LITELLM [--write] [SERVER…]. LITELLM is the folder that its proxy is
installed in. With `--write`, docs/compatibility.md is written;
without, it has to say what was seen, whatever its day.
"""

import asyncio
import shutil
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import sorakit

import page
import proxied
import servers
from checks import Checks, equal, from_node, refused
from hosted import hosted, until
from servers import PIXEL

class Check(Checks):
    """One server that hosts a model, driven by one client."""

    def __init__(self, about, server, film, folder):
        super().__init__(about, server, folder)
        self.film = film.read_bytes()

    def everything(self):
        self.verb("detect", self.detect)
        self.verb("models.list", self.models)
        self.verb("videos.create", self.create)
        self.verb("videos.wait", self.wait)
        self.verb("videos.download", self.download)
        self.verb("videos.generate, several at once", self.several)
        self.verb("an image to start from", self.image)
        if self.about.takes_last_frame:
            self.verb("an image to end with", self.last_frame)
        if "n" in self.about.options:
            self.verb("n, videos.download_all", self.outputs)
        self.verb("videos.get and resume", self.get)
        self.verb("videos.list", self.list)
        self.verb("videos.find", self.find)
        self.verb("a job that fails", self.fails)
        self.run("a film that is not whole is not kept", self.half)
        self.verb("videos.delete", self.delete)
        self.verb("videos.cancel", self.cancel) if self.about.cancels else self.run(
            "videos.cancel is refused", self.refuse_cancel
        )
        self.run("options that it lacks are refused", self.refuse_options)
        self.verb("from Node: detect, videos.generate, videos.download", self.from_node)
        for says, shows in self.about.oddities:
            self.odd(says, lambda: shows(self.server))

    def detect(self):
        found = sorakit.Client.detect(self.base_url, api_key="sk-none")
        equal(found.dialect, "openai")
        equal(found.flavour, self.about.flavour)

    def models(self):
        equal([model.id for model in self.client.models.list()], ["stub/model"])
        equal(self.client.flavour, self.about.flavour)

    def create(self):
        options = self.about.options
        self.made = self.client.videos.create("a cat with everything", **options)
        assert self.made.id, self.made
        self.client.videos.wait(self.made, timeout=20)
        asked = self.server.asked("a cat with everything")
        for field, value in self.about.reaches.items():
            equal(asked.get(field), value, field)

    def wait(self):
        done = self.client.videos.wait(self.made, timeout=20)
        equal(done.status, "succeeded")
        self.done = self.client.videos.get(self.made.id)

    def download(self):
        path = self.folder / "cat.mp4"
        kept = self.client.videos.download(self.done, path)
        equal(kept.media_type, "video/mp4")
        equal(path.read_bytes(), self.film, "the film")

    def download_by(self, id, path):
        """Downloads by the id alone, without a look at the job first."""
        self.client.videos.download(self.client.videos.resume(id), path)

    def several(self):
        async def all_of_them():
            async with self.make(sorakit.AsyncClient) as client:
                prompts = [f"cat {number}" for number in range(4)]
                made = await asyncio.gather(*(client.videos.create(prompt) for prompt in prompts))
                waits = (client.videos.wait(job, timeout=20) for job in made)
                equal(len(await asyncio.gather(*waits)), len({job.id for job in made}))

        asyncio.run(all_of_them())

    def image(self):
        image = self.folder / "one.png"
        image.write_bytes(PIXEL)
        for number, given in enumerate([image, PIXEL]):
            prompt = f"from an image, {number}"
            self.client.videos.generate(prompt, references=[given], timeout=20)
            equal(self.server.asked(prompt)["image"], self.about.image, "the image")

    def last_frame(self):
        options = {"references": [PIXEL], "last_frame": PIXEL}
        self.client.videos.generate("from image to image", timeout=20, **options)
        both = f"{self.about.image} {self.about.image}"
        equal(self.server.asked("from image to image")["image"], both, "the images")

    def outputs(self):
        job = self.client.videos.create("three cats", n=3)
        self.client.videos.wait(job, timeout=20)
        job = self.client.videos.get(job.id)
        equal(len(job.videos), 3)
        kept = self.client.videos.download_all(job, self.folder / "three-{n}.mp4")
        equal([Path(one.path).read_bytes() == self.film for one in kept], [True] * 3)

    def get(self):
        equal(self.client.videos.get(self.made.id).status, "succeeded")
        # As another process would, by the id alone.
        other = self.make(sorakit.Client, flavour=self.about.flavour)
        equal(other.videos.wait(self.made.id, timeout=20).status, "succeeded")
        refused(sorakit.NotFoundError, lambda: self.client.videos.get("0" * 32))

    def list(self):
        time.sleep(1.1)
        newest = self.client.videos.create("the newest cat").id
        self.client.videos.wait(newest, timeout=20)
        equal(self.client.videos.list(limit=1).items[0].id, newest)
        every = [job.id for job in self.client.videos.iterate()]
        equal(len(every), len(set(every)))
        assert self.made.id in every, every
        equal([job.id for job in self.client.videos.iterate(limit=2)], every, "in pages of two")

    def find(self):
        since = time.time()
        lost = self.server.post({"prompt": "a lost cat"})["id"]
        find = lambda: self.client.videos.find("a lost cat", since=since)
        if self.about.lists_prompts:
            equal(find().id, lost)
        else:
            # The choice is a person's.
            assert lost in refused(sorakit.OutcomeUnknownError, find).message

    def fails(self):
        began = time.monotonic()
        job = self.client.videos.create("fail")
        error = refused(
            sorakit.GenerationFailedError, lambda: self.client.videos.wait(job, timeout=20)
        )
        assert "ran out of memory" in error.message, error
        assert time.monotonic() - began < 15, "the failure was not taken for one"
        equal(error.job_id, job.id)
        equal(self.client.videos.get(job.id).status, "failed")
        path = self.folder / "none.mp4"
        lost = refused(sorakit.SorakitError, lambda: self.download_by(job.id, path))
        assert "ran out of memory" in lost.message, lost
        assert not path.exists()

    def half(self):
        id = self.server.post({"prompt": "half"})["id"]
        self.server.asked("half")
        path = self.folder / "half.mp4"
        if self.server.content(id)[0] == 200:
            refused(sorakit.SorakitError, lambda: self.download_by(id, path))
            assert not path.exists()
        self.client.videos.wait(id, timeout=20)
        self.client.videos.download(id, path)
        equal(path.read_bytes(), self.film, "the film")

    def delete(self):
        self.client.videos.delete(self.made.id)
        refused(sorakit.NotFoundError, lambda: self.client.videos.get(self.made.id))
        refused(sorakit.NotFoundError, lambda: self.client.videos.delete(self.made.id))

    def cancel(self):
        job = self.client.videos.create("slow, cancelled")
        self.server.asked("slow, cancelled")
        self.client.videos.cancel(job.id)
        until(lambda: "slow, cancelled: stopped" in self.server.prompts())
        refused(sorakit.NotFoundError, lambda: self.client.videos.get(job.id))
        made = self.client.videos.create("made before it is cancelled")
        self.client.videos.wait(made, timeout=20)
        refused(sorakit.ConflictError, lambda: self.client.videos.cancel(made.id))
        equal(self.client.videos.get(made.id).status, "succeeded")

    def refuse_cancel(self):
        refused(sorakit.UnsupportedError, lambda: self.client.videos.cancel("0" * 32))

    def refuse_options(self):
        for option, value in self.about.lacks.items():
            call = lambda: self.client.videos.create("a cat too many", **{option: value})
            error = refused((sorakit.UnsupportedError, sorakit.InvalidInputError), call)
            assert error.status is None, error
        assert "a cat too many" not in self.server.prompts()

    def from_node(self):
        path = self.folder / "node.mp4"
        equal(from_node(self.server, path), f"{self.about.flavour} succeeded")
        equal(path.read_bytes(), self.film, "the film")


def drive(about, wheels, film, folder):
    """Runs one server and checks everything: about what, and what was seen."""
    place = folder / about.package
    with hosted(about.package, wheels / about.package, film, place, about.takes_json) as server:
        check = Check(about, server, film, place)
        check.everything()
    return about, check


def main(wheels, folder, proxy, *words):
    wheels, folder = Path(wheels).resolve(), Path(folder).resolve()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    film = folder / "film.mp4"
    with sorakit.Simulator(speed=1000) as simulator:
        simulator.client().videos.generate("a cat").download(film)
    names = [word for word in words if word != "--write"]
    runs = [
        (about.name, lambda about=about: drive(about, wheels, film, folder)) for about in servers.ALL
    ]
    runs.append(("LiteLLM", lambda: proxied.drive(proxy, folder)))
    with ThreadPoolExecutor() as threads:
        driven = list(threads.map(lambda run: run[1](), (run for run in runs if not names or run[0] in names)))
    failures = sum(len(check.failures) for _, check in driven)
    print(f"{failures} failed")
    if failures:
        return 1
    if names:
        return 0
    seen = [page.section(about, check) for about, check in driven]
    return page.write(seen) if "--write" in words else page.compare(seen)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
