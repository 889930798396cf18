# The command `kg` as it is locked in requirements/run.txt.
FROM python:3.11-slim

WORKDIR /app
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes --requirement requirements/run.txt
COPY pyproject.toml README.md LICENSE NOTICE ./
COPY seeds seeds
COPY kg kg
RUN pip install --no-cache-dir --no-deps --no-build-isolation . \
 && useradd --create-home kg \
 && install --directory --owner kg /build

USER kg
ENTRYPOINT ["kg"]
CMD ["--help"]
