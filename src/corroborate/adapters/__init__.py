"""The world, one module each: adapters answer the ports and import no stage."""
